package dev.migratedb.faults;

import java.util.ArrayList;
import java.util.List;

/** What became of the rounds of one fault. */
final class Tally {

    private final List<String> findings = new ArrayList<>();
    private final String fault;
    private final Product product;
    private final Engine engine;
    private int rounds;
    private int lost;
    private int twice;
    private int stuck;
    private int hung;
    private int failed;

    Tally(String fault, Product product, Engine engine) {
        this.fault = fault;
        this.product = product;
        this.engine = engine;
    }

    /** Counts a round whose last run has ended. */
    synchronized void round(String which, Outcome last, Witness witness) {
        rounds++;
        switch (last.kind()) {
            case DONE -> {
                lost += witness.lost().isEmpty() ? 0 : 1;
                twice += witness.twice().isEmpty() ? 0 : 1;
                if (!witness.isRight()) {
                    findings.add(which + ": " + witness);
                }
            }
            case FAILED -> {
                stuck++;
                twice += witness.twice().isEmpty() ? 0 : 1;
                findings.add(which + ": stuck, " + last.message() + "; " + witness);
            }
            case HUNG -> {
                hung++;
                findings.add(which + ": hung, " + last.message());
            }
        }
    }

    /** Something else than the state of the database was not as it should be. */
    synchronized void finding(String which, String what) {
        findings.add(which + ": " + what);
    }

    /** A run failed that nothing was done to; no wonder where its server was another run. */
    synchronized void bystanderFailed(String which, String message) {
        failed++;
        String finding = which + ": a run failed that nothing was done to: " + message;
        if (product.isServedByAUser()) {
            System.out.println(finding);
        } else {
            findings.add(finding);
        }
    }

    synchronized List<String> findings() {
        return List.copyOf(findings);
    }

    /** A row for the table of all faults. */
    synchronized String row(String suffix) {
        return "| %s | %s | %s | %d | %d | %d | %d | %d | %d |"
                .formatted(engine.title(), product.title(), fault + suffix, rounds, lost, twice, stuck, hung, failed);
    }
}
