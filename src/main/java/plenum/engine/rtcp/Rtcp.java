package plenum.engine.rtcp;

/** One RTCP packet of a compound. */
public sealed interface Rtcp
    permits SenderReport,
        ReceiverReport,
        SourceDescription,
        Bye,
        Nack,
        PictureLossIndication,
        FullIntraRequest,
        TransportFeedback,
        ReceiverEstimate,
        OtherRtcp {}
