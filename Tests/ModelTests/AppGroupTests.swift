import Model
import Testing
import YAML

@Suite struct `Groups of apps` {
    private func read(_ text: String) -> Manifest { ManifestReader().read(Array(text.utf8), file: "group.yaml") }

    private func apps(_ manifest: Manifest) -> [App] { manifest.entries.compactMap { App($0.object) } }

    private let shop = """
        id: /shop
        dependencies: [/mail]
        apps:
        - {id: web, cmd: web, dependencies: [data, ../other]}
        groups:
        - id: data
          dependencies: [/disks]
          apps:
          - {id: db, cmd: db}
          - {id: /shop/data/cache, cmd: cache, dependencies: [db]}
        """

    @Test func `are read as their apps, each under its whole path`() {
        let manifest = read(shop)
        #expect(manifest.problems.isEmpty)
        #expect(apps(manifest).map(\.spec.id) == ["/shop/web", "/shop/data/db", "/shop/data/cache"])
        #expect(apps(manifest).map(\.metadata.name) == ["shop-web", "shop-data-db", "shop-data-cache"])
    }

    @Test func `hand on what they depend on`() {
        #expect(
            apps(read(shop)).map(\.spec.dependencies) == [
                ["/mail", "/other", "/shop/data"], ["/disks", "/mail"], ["/disks", "/mail", "/shop/data/db"],
            ]
        )
    }

    @Test func `say of their apps in which fields these are other than written`() throws {
        let entry = try #require(read(shop).entries.dropFirst().first)
        #expect(entry.fieldsOfGroup["id"] == "/shop/data/db")
        #expect(entry.fieldsOfGroup["dependencies"] == ["/disks", "/mail"])
        #expect(entry.position(of: "spec.cmd") == Position(line: 9, column: 19))
    }

    @Test func `are taken as Marathon's API tells of them`() {
        let text = #"""
            {"id": "/", "apps": [], "pods": [], "version": "2026-01-01T00:00:00.000Z",
             "groups": [{"id": "/a", "apps": [{"id": "/a/b", "cmd": "true"}], "dependencies": [], "groups": []}]}
            """#
        #expect(read(text).problems.isEmpty)
        #expect(apps(read(text)).map(\.spec.id) == ["/a/b"])
    }

    @Test(arguments: [
        ("{id: /a, apps: [{id: /b/c, cmd: x}]}", "App has to be child of group with parent id /a"),
        ("{id: /a, apps: [{id: ., cmd: x}]}", "App has to be child of group with parent id /a"),
        ("{id: /a, groups: [{id: /b, apps: []}]}", "Group has to be child of group with parent id /a"),
        ("{id: /a, apps: [{cmd: x}]}", "id: Required value"),
        ("{id: /a, apps: {id: b}}", "expected list, found an object"),
        ("{id: /a, apps: [b]}", "expected app, found b"),
        ("{id: /a, apps: [], pods: [{id: p}]}", "Steady has no Marathon pods"),
        ("{id: /a, apps: [], dependncies: []}", "unknown field \"dependncies\", did you mean \"dependencies\"?"),
    ])
    func `with a mistake are no group`(text: String, message: String) {
        let manifest = read(text)
        #expect(manifest.problems.map(\.message) == [message])
        #expect(manifest.problems.allSatisfy { $0.position != nil })
    }

    @Test func `take effect as a whole or not at all`() {
        let manifest = read("{id: /a, apps: [{id: b, cmd: x}, {id: c, cmd: x, instnces: 2}]}")
        #expect(manifest.hasErrors)
        #expect(manifest.entries.isEmpty)
    }
}

@Suite struct `What an app rests on` {
    private func app(_ id: String, _ dependencies: [String]) -> App {
        App {
            $0.spec.id = id
            $0.spec.dependencies = dependencies
        }
    }

    @Test func `is named by paths that may count from its group`() {
        let paths = app("/prod/web", ["db", "../mail", "/x/y", "./db", "/prod/db"]).dependencies.map(\.description)
        #expect(paths == ["/mail", "/prod/db", "/x/y"])
        #expect(app("/web", ["db"]).dependencies.map(\.description) == ["/db"])
    }

    @Test func `goes round in a circle by the shortest way`() {
        let apps = [
            app("/a", ["/b", "/c"]), app("/b", ["/c"]), app("/c", ["/a"]), app("/d", ["/a"]), app("/e/f", ["/e"]),
        ]
        let cycles = DependencyCycle.all(among: apps).mapValues { $0.map(\.description) }
        #expect(
            cycles == [
                AppID("/a"): ["/a", "/c", "/a"], AppID("/b"): ["/b", "/c", "/a", "/b"],
                AppID("/c"): ["/c", "/a", "/c"],
                AppID("/e/f"): ["/e/f", "/e/f"],
            ]
        )
    }

    @Test func `is asked about in a chain of any length`() {
        let apps = (0..<20_000).map { app("/app\($0)", ["/app\($0 + 1)"]) }
        let last = app("/app20000", ["/app0"])
        #expect(DependencyCycle.all(among: [last] + apps.suffix(1)).isEmpty)
        let members = Dictionary(uniqueKeysWithValues: (apps + [last]).map { ($0.path, $0) })
        let way = DependencyCycle.through((last.path, last.dependencies)) { path in
            members[path].map { [($0.path, $0.dependencies)] } ?? []
        }
        #expect(way?.count == 20_002)
    }

    private func complaints(_ spec: String) -> [String] {
        let text = "{id: /a/web, cmd: x, \(spec)}"
        let manifest = ManifestReader().read(Array(text.utf8), file: "web.yaml")
        return manifest.problems.map(\.message)
            + manifest.entries.flatMap { entry in
                var object = entry.object
                object.applyDefaults()
                return object.validate().map(\.description)
            }
    }

    @Test func `is a path that there can be`() {
        #expect(complaints("dependencies: [db, ../mail, /x]").isEmpty)
        #expect(
            complaints("dependencies: [../..]") == ["spec.dependencies[0]: Invalid value: \"../..\": must not be root"]
        )
        #expect(complaints("dependencies: [Db]").count == 1)
    }

    @Test func `is asked whether it is ready at a port that it has, more often than it may take`() {
        let good = "{portName: default, intervalSeconds: 5, timeoutSeconds: 2, httpStatusCodesForReady: [200, 204]}"
        #expect(complaints("readinessChecks: [\(good)]").isEmpty)
        let wrong = "{intervalSeconds: 5, timeoutSeconds: 5, httpStatusCodesForReady: [20]}"
        #expect(
            complaints("readinessChecks: [\(wrong)]") == [
                "spec.readinessChecks[0].portName: Invalid value: \"http-api\": must be the name of one of the app's ports",
                "spec.readinessChecks[0].timeoutSeconds: Invalid value: 5: "
                    + "must be less than intervalSeconds, which is 5",
                "spec.readinessChecks[0].httpStatusCodesForReady[0]: Invalid value: 20: "
                    + "must be between 100 and 999, inclusive",
            ]
        )
    }
}
