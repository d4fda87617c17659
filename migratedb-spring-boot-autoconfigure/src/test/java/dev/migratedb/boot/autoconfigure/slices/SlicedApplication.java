package dev.migratedb.boot.autoconfigure.slices;

import dev.migratedb.boot.autoconfigure.people.Person;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** What test slices cut their part of. */
@SpringBootConfiguration
@EnableAutoConfiguration
@AutoConfigurationPackage(basePackageClasses = Person.class)
class SlicedApplication {}
