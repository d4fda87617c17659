package dev.migratedb.samples.accounts;

import org.springframework.data.repository.ListCrudRepository;

/** The accounts. */
public interface AccountRepository extends ListCrudRepository<Account, Integer> {}
