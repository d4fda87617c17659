package dev.migratedb.samples.job;

import java.util.List;
import org.springframework.data.repository.Repository;

interface TeaRepository extends Repository<Tea, Integer> {

    List<Tea> findAllByOrderByName();
}
