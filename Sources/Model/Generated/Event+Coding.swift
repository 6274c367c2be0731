// Made by `make generate` from Event.yaml: change that, not this.

public import YAML

extension Event {
    private enum Field: Int {
        case apiVersion
        case kind
        case action
        case count
        case eventTime
        case firstTimestamp
        case involvedObject
        case lastTimestamp
        case message
        case metadata
        case reason
        case related
        case reportingComponent
        case reportingInstance
        case series
        case source
        case type
    }

    private static let fields = FieldTable(
        "Event",
        """
        apiVersion kind action count eventTime firstTimestamp involvedObject lastTimestamp message metadata \
        reason related reportingComponent reportingInstance series source type
        """
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .apiVersion, .kind: break
            case .action:
                result.action = String.decode(object.value, &context)
            case .count:
                result.count = context.int32(object.value)
            case .eventTime:
                result.eventTime = Timestamp.decode(object.value, &context)
            case .firstTimestamp:
                result.firstTimestamp = Timestamp.decode(object.value, &context)
            case .involvedObject:
                result.involvedObject = ObjectReference.decode(object.value, &context)
            case .lastTimestamp:
                result.lastTimestamp = Timestamp.decode(object.value, &context)
            case .message:
                result.message = String.decode(object.value, &context)
            case .metadata:
                result.metadata = ObjectMeta.decode(object.value, &context)
            case .reason:
                result.reason = String.decode(object.value, &context)
            case .related:
                result.related = ObjectReference.decode(object.value, &context)
            case .reportingComponent:
                result.reportingComponent = String.decode(object.value, &context)
            case .reportingInstance:
                result.reportingInstance = String.decode(object.value, &context)
            case .series:
                result.series = EventSeries.decode(object.value, &context)
            case .source:
                result.source = EventSource.decode(object.value, &context)
            case .type:
                result.type = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.head(Self.kind)
        writer.field("action", action)
        writer.field("count", count)
        writer.microTime("eventTime", eventTime)
        writer.optional("firstTimestamp", firstTimestamp)
        writer.always("involvedObject", involvedObject)
        writer.optional("lastTimestamp", lastTimestamp)
        writer.field("message", message)
        writer.always("metadata", metadata)
        writer.field("reason", reason)
        writer.optional("related", related)
        writer.field("reportingComponent", reportingComponent)
        writer.field("reportingInstance", reportingInstance)
        writer.optional("series", series)
        writer.always("source", source)
        writer.field("type", type)
        writer.endObject()
    }
}

extension EventSeries {
    private enum Field: Int {
        case count, lastObservedTime
    }

    private static let fields = FieldTable(
        "EventSeries",
        "count lastObservedTime"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .count:
                result.count = context.int32(object.value)
            case .lastObservedTime:
                result.lastObservedTime = Timestamp.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("count", count)
        writer.microTime("lastObservedTime", lastObservedTime)
        writer.endObject()
    }
}

extension EventSource {
    private enum Field: Int {
        case component, host
    }

    private static let fields = FieldTable(
        "EventSource",
        "component host"
    )

    @inline(never)
    public static func decode(_ node: YAML.Node, _ context: inout DecodingContext) -> Self {
        var result = Self()
        guard var object = ObjectReader(node, fields, &context) else { return result }
        while let field = Field(rawValue: object.next(&context)) {
            switch field {
            case .component:
                result.component = String.decode(object.value, &context)
            case .host:
                result.host = String.decode(object.value, &context)
            }
        }
        return result
    }

    @inline(never)
    public func encode(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.field("component", component)
        writer.field("host", host)
        writer.endObject()
    }
}
