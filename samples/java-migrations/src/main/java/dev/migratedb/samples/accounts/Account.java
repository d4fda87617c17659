package dev.migratedb.samples.accounts;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** An account with a bank. */
@Entity
public class Account {

    @Id
    private @Nullable Integer id;

    private @Nullable String holder;
    private @Nullable String number;
    private @Nullable String iban;

    /** For Hibernate. */
    protected Account() {}

    @Override
    public String toString() {
        return "Account %s of %s".formatted(iban, holder);
    }
}
