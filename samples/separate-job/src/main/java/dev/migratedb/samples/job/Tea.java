package dev.migratedb.samples.job;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** A tea on the menu. Hibernate insists on finding its table when the application starts. */
@Entity
public class Tea {

    @Id
    private int id;

    private @Nullable String name;

    private int minutes;

    public int getId() {
        return id;
    }

    public @Nullable String getName() {
        return name;
    }

    public int getMinutes() {
        return minutes;
    }
}
