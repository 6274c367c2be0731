internal import Model

enum AppTable {
    static let columns: [Column] = [
        .name,
        .text("Ready", "How many tasks serve, of those that are wanted."),
        .number("Staged", "How many tasks are about to run."),
        .text("Version", "When the definition in force was made."),
        .age,
        .text("Id", "The app's path, as Marathon names it.", wide: true),
        .text("Command", "What its tasks run.", wide: true),
    ]

    static func row(of app: App, now: Timestamp) -> [Cell] {
        [
            .text(app.metadata.name),
            .text("\(readyTasks(of: app))/\(app.spec.instances ?? 1)"),
            .number(app.status.tasksStaged),
            .orNone(app.spec.version),
            .age(app.metadata, now: now),
            .text(app.spec.id),
            .orNone(command(of: app)),
        ]
    }

    /// Where nobody checks their health, those that run.
    private static func readyTasks(of app: App) -> Int {
        app.spec.healthChecks.isEmpty ? app.status.tasksRunning : app.status.tasksHealthy
    }

    private static func command(of app: App) -> String {
        let text = app.spec.cmd ?? app.spec.args.joined(separator: " ")
        return text.isEmpty ? app.spec.container?.docker?.image ?? "" : text
    }
}
