package dev.migratedb.boot.autoconfigure.slices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migratedb.boot.autoconfigure.people.Person;
import dev.migratedb.boot.autoconfigure.people.PersonRepository;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.jpa.test.autoconfigure.DataJpaTest;

@DataJpaTest(properties = "spring.jpa.hibernate.ddl-auto=validate")
class DataJpaTestSliceTests extends SliceContractTests {

    @Override
    boolean hasJpa() {
        return true;
    }

    @Test
    void isMigratedBeforeHibernateLooks(@Autowired PersonRepository people) {
        people.save(new Person(1, "Ada"));
        assertThat(people.count()).isEqualTo(2);
    }
}
