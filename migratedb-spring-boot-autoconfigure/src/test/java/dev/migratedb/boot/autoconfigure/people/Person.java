package dev.migratedb.boot.autoconfigure.people;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** The entity of the table that the migrations of the tests create. */
@Entity
public class Person {

    @Id
    private int id;

    private String name = "";

    protected Person() {}

    public Person(int id, String name) {
        this.id = id;
        this.name = name;
    }

    public int getId() {
        return id;
    }

    public String getName() {
        return name;
    }
}
