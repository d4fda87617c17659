package dev.migratedb.samples.callbacks;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Stands for a chat, a pager, or whatever tells people something. */
@Service
class NotificationService {

    private static final Logger log = LoggerFactory.getLogger(NotificationService.class);

    private final List<String> sent = new CopyOnWriteArrayList<>();

    void send(String notification) {
        log.info("Notification: {}", notification);
        sent.add(notification);
    }

    List<String> sent() {
        return List.copyOf(sent);
    }
}
