import HashTreeCollections
import Model
@testable import GitOps

/// The text of a ConfigMap with one entry.
func manifest(_ name: String, _ text: String = "1") -> String {
    """
    apiVersion: v1
    kind: ConfigMap
    metadata:
      name: \(name)
    data:
      text: "\(text)"

    """
}

extension DirectorySet {
    /// What the ConfigMaps of a set say, by name.
    var texts: [String: String] {
        Dictionary(uniqueKeysWithValues: objects.map { ($0.key.name, $0.value.text) })
    }

    /// Where each object is stated.
    var places: [String: ManifestOrigin] {
        Dictionary(uniqueKeysWithValues: objects.map { ($0.key.name, $0.value.origin) })
    }

    var changedNames: [String] { changed.map(\.key.name) }

    var withdrawnNames: [String] { withdrawn.map(\.name) }
}

extension StatedObject {
    var text: String {
        guard case .configMap(let map) = object else { return "" }
        return map.data["text"] ?? ""
    }
}
