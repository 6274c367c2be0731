internal import Cluster
internal import Journaling
internal import Model
internal import YAML

extension RecordType {
    /// A call was refused: it rests on the call's input, and says why.
    static let refusal: RecordType = "refusal"
}

extension TurnBuilder {
    /// Notes that nothing came of a call, and why.
    mutating func refuse(_ request: Request, _ error: APIError, cause: UInt64) {
        var writer = InputWriter(state.seals)
        writer.number("code", error.code)
        writer.field("reason", error.reason)
        writer.field("message", error.message)
        note(.refusal, key: request.operation.key?.description, causes: [cause], body: writer.body)
    }
}
