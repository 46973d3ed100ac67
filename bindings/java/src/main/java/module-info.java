/**
 * Stead: acting on behalf of another person, in this process, on a store of your own.
 *
 * <p>{@link io.stead.Stead#open} opens a store. The packages: {@code io.stead} with the engine, its sessions and
 * errors, {@code io.stead.request} with what is asked, {@code io.stead.model} with what is answered.
 */
module io.stead {
    requires com.fasterxml.jackson.core;

    exports io.stead;
    exports io.stead.model;
    exports io.stead.request;
}
