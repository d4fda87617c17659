package dev.migratedb.samples.job;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TeaController {

    private final TeaRepository repository;

    TeaController(TeaRepository repository) {
        this.repository = repository;
    }

    @GetMapping("/teas")
    List<Tea> teas() {
        return repository.findAllByOrderByName();
    }
}
