#!/bin/sh
# what a script writes is logged; here something could be sent to a chat, or a cache emptied
echo "The orchard at $MIGRATEDB_URL is ready for the ${MP__season__}"
