package dev.migratedb.faults;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Does something bad at one call, and remembers what call that was. */
abstract class Fault implements Intervention {

    private final int number;
    private final Side side;
    private volatile @Nullable JdbcCall hit;

    private Fault(int number, Side side) {
        this.number = number;
        this.side = side;
    }

    /** The connection of the call is lost; others live on, and there are new ones. */
    static Fault cut(int number, Side side) {
        return new Fault(number, side) {
            @Override
            void strike(JdbcCall call) throws SQLException {
                if (call.session() != null) {
                    call.session().cut();
                }
                throw lost();
            }
        };
    }

    /** Everything that the run does from the call on is in vain, as if its process had died there. */
    static Fault death(int number, Side side) {
        return new Death(number, side);
    }

    /** The thread is interrupted. */
    static Fault interrupt(int number, Side side) {
        return new Fault(number, side) {
            @Override
            void strike(JdbcCall call) {
                Thread.currentThread().interrupt();
            }

            @Override
            boolean endsCall() {
                return false;
            }
        };
    }

    /** The call is not carried out, and ends as one that was cancelled. */
    static Fault cancellation(int number) {
        return new Fault(number, Side.BEFORE) {
            @Override
            void strike(JdbcCall call) throws SQLException {
                throw new SQLException("The call was cancelled by the test", "57014");
            }
        };
    }

    /** The process dies, with no time for anything. */
    static Fault halt(int number, Side side) {
        return new Fault(number, side) {
            @Override
            void strike(JdbcCall call) {
                Runtime.getRuntime().halt(Worker.HALTED);
            }
        };
    }

    private static SQLException lost() {
        return new SQLException("The connection was cut by the test", "08006");
    }

    abstract void strike(JdbcCall call) throws SQLException;

    /** Whether the call fails because of it. */
    boolean endsCall() {
        return true;
    }

    /** The call at which it was; null if the run made fewer ones. */
    @Nullable
    JdbcCall hit() {
        return hit;
    }

    @Override
    public void before(JdbcCall call) throws SQLException {
        meet(Side.BEFORE, call);
    }

    @Override
    public void after(JdbcCall call) throws SQLException {
        meet(Side.AFTER, call);
    }

    private void meet(Side where, JdbcCall call) throws SQLException {
        if (where == side && call.number() == number) {
            hit = call;
            strike(call);
        }
    }

    private static final class Death extends Fault {

        private final Set<JdbcCall.Session> sessions = ConcurrentHashMap.newKeySet();
        private volatile boolean dead;

        Death(int number, Side side) {
            super(number, side);
        }

        @Override
        public void before(JdbcCall call) throws SQLException {
            refuseTheDead(call);
            super.before(call);
        }

        @Override
        public void after(JdbcCall call) throws SQLException {
            if (call.session() != null) {
                sessions.add(call.session());
            }
            refuseTheDead(call);
            super.after(call);
        }

        private void refuseTheDead(JdbcCall call) throws SQLException {
            if (dead) {
                if (call.session() != null) {
                    call.session().cut();
                }
                throw lost();
            }
        }

        @Override
        void strike(JdbcCall call) throws SQLException {
            dead = true;
            sessions.forEach(JdbcCall.Session::cut);
            throw lost();
        }
    }
}
