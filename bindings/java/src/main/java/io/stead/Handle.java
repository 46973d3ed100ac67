package io.stead;

import io.stead.internal.Codec;
import io.stead.model.Page;
import io.stead.request.Request;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.function.LongConsumer;

/**
 * A handle that threads share. Closing ends its work at once; its few bytes of native memory go when nobody can reach
 * the object any more, so that a call in another thread never meets freed memory.
 */
abstract class Handle implements AutoCloseable {
    static final Cleaner CLEANER = Cleaner.create();

    private final long address;
    private volatile boolean closed;

    Handle(long address, LongConsumer free) {
        this.address = address;
        CLEANER.register(this, new Release(address, free));
    }

    /** What a cleaner runs; knows the address and nothing of the owner. */
    record Release(long address, LongConsumer free) implements Runnable {
        @Override
        public void run() {
            free.accept(address);
        }
    }

    @FunctionalInterface
    interface Verb {
        byte[] call(long handle, byte[] input);
    }

    @FunctionalInterface
    interface VerbOn {
        byte[] call(long handle, byte[] text, byte[] request);
    }

    @FunctionalInterface
    interface Getter {
        byte[] call(long handle);
    }

    /** Closes the native handle. */
    abstract void end(long address);

    /** The native handle, for a call that keeps this object reachable. */
    long address() {
        if (isClosed()) {
            throw new IllegalStateException(getClass().getSimpleName() + " is closed");
        }
        return address;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        try {
            end(address);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    <T> T ask(Verb verb, Request<?> request, Class<T> answer) {
        return Codec.read(call(handle -> verb.call(handle, request.toUtf8())), answer);
    }

    <T> T ask(Verb verb, String id, Class<T> answer) {
        byte[] text = Texts.argument(id, "id");
        return Codec.read(call(handle -> verb.call(handle, text)), answer);
    }

    <T> T ask(VerbOn verb, String id, Request<?> request, Class<T> answer) {
        byte[] text = Texts.argument(id, "id");
        return Codec.read(call(handle -> verb.call(handle, text, request.toUtf8())), answer);
    }

    <T> Page<T> page(Verb verb, Request<?> request, Class<T> item) {
        return Codec.readPage(call(handle -> verb.call(handle, request.toUtf8())), item);
    }

    byte[] call(Getter getter) {
        try {
            return getter.call(address());
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    void act(LongConsumer act) {
        try {
            act.accept(address());
        } finally {
            Reference.reachabilityFence(this);
        }
    }
}
