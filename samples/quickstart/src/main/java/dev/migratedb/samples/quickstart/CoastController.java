package dev.migratedb.samples.quickstart;

import dev.migratedb.MigrateDb;
import dev.migratedb.result.InfoResult;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The one page. */
@Controller
class CoastController {

    private final CoastRepository repository;
    private final MigrateDb migrateDb;
    private final String coast;

    CoastController(
            CoastRepository repository, MigrateDb migrateDb, @Value("${migratedb.placeholders.coast}") String coast) {
        this.repository = repository;
        this.migrateDb = migrateDb;
        this.coast = coast;
    }

    @GetMapping("/")
    String coast(Model model) {
        InfoResult info = migrateDb.info();
        model.addAttribute("coast", coast);
        model.addAttribute(
                "lamps", repository.lighthouses().stream().map(Lamp::new).toList());
        model.addAttribute("season", repository.season());
        model.addAttribute("logbook", repository.logbook());
        model.addAttribute("database", info.database());
        model.addAttribute("migrations", info.all());
        return "coast";
    }
}
