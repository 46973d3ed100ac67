package io.stead;

import java.util.ArrayList;
import java.util.List;

/** A native batch of questions; belongs to the method that asks them. */
final class QuestionBatch implements AutoCloseable {
    private final long address = Native.stead_decisions_new();

    void add(Question question) {
        byte[] operation = Texts.argument(question.operation(), "operation");
        byte[] principal = question.principal().map(who -> Texts.argument(who, "principal")).orElse(null);
        Native.stead_decisions_add(address, operation, principal);
    }

    void ask(long session) {
        Native.stead_session_authorize_all(session, address);
    }

    List<Decision> decisions() {
        DecisionSlot slot = DecisionSlot.ofThisThread();
        long count = Native.stead_decisions_count(address);
        List<Decision> decisions = new ArrayList<>((int) count);
        for (long i = 0; i < count; i++) {
            Native.stead_decisions_get(address, i, slot.address());
            decisions.add(slot.read());
        }
        return List.copyOf(decisions);
    }

    @Override
    public void close() {
        Native.stead_decisions_free(address);
    }
}
