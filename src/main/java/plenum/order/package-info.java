/** One thing after the other: state that changes under a lock, and what that entails, after it. */
package plenum.order;
