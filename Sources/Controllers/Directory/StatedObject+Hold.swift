internal import Cluster
internal import Model
internal import YAML

extension StatedObject {
    /// What stays held when the file now says `next`: a hold ends with the words that it was for. A comment, another
    /// place of the file and a commit are no other words.
    func holdThatStays(beside next: StatedObject) -> Hold? {
        switch hold {
        case nil: nil
        case .object: configuration == next.configuration ? hold : nil
        case .template: spec?["template"] == next.spec?["template"] ? hold : nil
        }
    }

    /// What is to be applied beside what stands: while the template is held, the one in force stands for the file's.
    ///
    /// - Throws: where the configuration, which was readable when it was taken in, can't be read.
    func configurationInForce(beside live: Value?) throws(Problem) -> Value {
        let value = try Value.parse(json: configuration).withoutSystemNotes
        guard hold == .template, let template = live?["spec"]?["template"] else { return value }
        guard case .object(var fields) = value, case .object(var spec)? = fields["spec"] else { return value }
        spec["template"] = template
        fields["spec"] = .object(spec)
        return .object(fields)
    }

    /// What the file says of the object's `spec`; nil where it says nothing of it. Neither would words that can't be
    /// read, but none are taken in that can't.
    var spec: Value? { (try? Value.parse(json: configuration))?["spec"] }
}

extension Value {
    /// Without what controllers note on objects: a manifest that was written from a live object holds them, and would
    /// have them put back for ever.
    fileprivate var withoutSystemNotes: Value {
        guard case .object(var fields) = self, case .object(var metadata)? = fields["metadata"],
            case .object(var annotations)? = metadata["annotations"]
        else { return self }
        for name in RolloutAnnotation.systemNotes { annotations[name] = nil }
        metadata["annotations"] = .object(annotations)
        fields["metadata"] = .object(metadata)
        return .object(fields)
    }
}

extension RolloutAnnotation {
    fileprivate static let systemNotes = [
        revision, history, desired, maximum, RollbackPolicy.lastGoodAnnotation, RolloutSteps.promotedAnnotation,
    ]
}
