package plenum.gate;

import plenum.gate.Places.Place;

/** A request that waits for a place because its address has many, or did so until it had one. */
record Crowded(Suspended request, Place place) {

  /** Whether its client left meanwhile. */
  boolean isLeft() {
    return request.isLeft();
  }
}
