package dev.migratedb.compatibility;

import java.util.List;

/**
 * Scenarios about one subject.
 *
 * @param differences what is intended at single steps of these scenarios
 */
record Theme(String name, List<Scenario> scenarios, List<IntendedDifference> differences) {}
