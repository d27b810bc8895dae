/**
 * The media nodes: what a media server looks like from here ({@link plenum.media.node.MediaNode}),
 * all of them together ({@link plenum.media.node.Nodes}), and on which one the streams of a place
 * live ({@link plenum.media.node.Placement}).
 */
package plenum.media.node;
