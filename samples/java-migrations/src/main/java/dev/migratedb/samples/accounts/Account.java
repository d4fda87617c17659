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
    private @Nullable String greeting;

    /** For Hibernate. */
    protected Account() {}

    /** Decides how the holder is addressed. */
    public void greet() {
        greeting = "Dear " + holder;
    }

    /** How the holder is addressed; null as long as nobody has decided that. */
    public @Nullable String getGreeting() {
        return greeting;
    }

    @Override
    public String toString() {
        return "Account %s of %s".formatted(iban, holder);
    }
}
