package dev.migratedb.boot.autoconfigure.people;

import org.springframework.data.repository.CrudRepository;

/** A repository of Spring Data JPA. */
public interface PersonRepository extends CrudRepository<Person, Integer> {}
