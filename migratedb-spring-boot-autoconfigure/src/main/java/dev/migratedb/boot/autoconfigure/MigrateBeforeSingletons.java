package dev.migratedb.boot.autoconfigure;

import dev.migratedb.boot.autoconfigure.MigrateDbProperties.Command;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactoryInitializer;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * Has the migrations run before the container creates the first of the ordinary beans, lazy ones included. Where the
 * application was started for one command, it ends here, and none of them is created.
 */
final class MigrateBeforeSingletons implements BeanFactoryInitializer<ConfigurableListableBeanFactory> {

    private static final Logger logger = LoggerFactory.getLogger(MigrateBeforeSingletons.class);

    private final Environment environment;

    MigrateBeforeSingletons(Environment environment) {
        this.environment = environment;
    }

    /** What a command can do for migrations without creating them. */
    private void takePart(AfterStartupEngines engines) {
        Command command = CommandEnvironment.command(environment);
        if (command == Command.INFO) {
            engines.printHistories(System.out);
        } else if (command == Command.REPAIR) {
            engines.removeFailed();
        }
    }

    @Override
    public void initialize(ConfigurableListableBeanFactory beanFactory) {
        beanFactory.getBean(MigrateDbMigrationInitializer.BEAN_NAME);
        if (CommandEnvironment.hasCommand(environment)) {
            CommandExit exit =
                    beanFactory.getBeanProvider(CommandExit.class, false).getIfAvailable(() -> CommandExit.OF_PROCESS);
            List<String> left = Participants.allMarked(beanFactory);
            if (!left.isEmpty()) {
                beanFactory.getBeanProvider(AfterStartupEngines.class, false).ifAvailable(this::takePart);
                logger.info(
                        "What is marked with @AfterStartup ({}) takes no part in a command: an application runs it whose"
                                + " 'migratedb.mode' is 'migrate'",
                        String.join(", ", left));
            }
            logger.debug("The application ends, since it was started for one command");
            // the context is not there yet, so nobody else gives back what the command has used, such as a pool
            beanFactory.destroySingletons();
            exit.exit(0);
        }
    }
}
