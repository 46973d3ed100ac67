/**
 * The engine, its sessions, decisions and errors.
 *
 * <p>Begin with {@link io.stead.Stead#open}. An {@link io.stead.Engine} and a {@link io.stead.Session} may be used by
 * any number of threads at once; answers are immutable. What is refused is thrown as a
 * {@link io.stead.SteadException}, except where the refusal is the answer to a question ({@link io.stead.Decision}).
 */
package io.stead;
