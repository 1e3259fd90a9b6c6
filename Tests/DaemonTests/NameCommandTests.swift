import FoundationEssentials
import Glibc
import Testing

/// `watchlist forms`, `watchlist suggest` and what they mean for articles.
@Suite struct NameCommandTests {
    @Test func aCaseFormIsAMentionWhoseFormIsTold() throws {
        let daemon = try RunningDaemon().start()
        _ = try daemon.run(
            "newswatchctl", ["watchlist", "add", "minister", "--name", "Сидоренков", "--kind", "person"])
        let forms = try daemon.run("newswatchctl", ["watchlist", "forms", "minister"]).output
        #expect(forms.contains("Сидоренковым") && forms.contains("ru-instrumental") && forms.contains("surname in -ов"))
        try daemon.write(
            "Встреча с Сидоренковым прошла. Сидоренковский проект не обсуждали.\n", to: daemon.folder + "/ru.txt")
        let scan = try daemon.run("newswatchctl", ["scan", "--json", daemon.folder + "/ru.txt"]).output
        #expect(scan.contains("\"form\":\"ru-instrumental\""), "\(scan)")
        #expect(scan.components(separatedBy: "\"surface\"").count == 2)
        _ = try daemon.run(
            "newswatchctl",
            ["watchlist", "add", "minister", "--set", "--name", "Сидоренков", "--kind", "person", "--inflect", "none"])
        #expect(try daemon.run("newswatchctl", ["scan", "--check", daemon.folder + "/ru.txt"]).status == 0)
        let none = try daemon.run("newswatchctl", ["watchlist", "forms", "minister"])
        #expect(none.status == 0 && none.output.contains("has generated forms"))
        #expect(try daemon.run("newswatchctl", ["watchlist", "forms", "nobody"]).status == 4)
    }

    @Test func aProposalMatchesOnlyOnceItIsApproved() throws {
        let daemon = try RunningDaemon().start()
        _ = try daemon.run("newswatchctl", ["watchlist", "add", "x", "--name", "Хрущёв", "--kind", "person"])
        try daemon.write("Chruschtschow sprach.\n", to: daemon.folder + "/de.txt")
        #expect(try daemon.run("newswatchctl", ["scan", "--check", daemon.folder + "/de.txt"]).status == 0)
        let proposals = try daemon.run("newswatchctl", ["watchlist", "suggest", "x", "--json"]).output
        #expect(proposals.contains("\"spelling\":\"Chruschtschow\"") && proposals.contains("\"duden\""))
        let approved = try daemon.run(
            "newswatchctl", ["watchlist", "suggest", "x", "--approve", "Chruschtschow", "--approve", "1"])
        #expect(approved.status == 0, "\(approved.output)")
        #expect(try daemon.run("newswatchctl", ["scan", "--check", daemon.folder + "/de.txt"]).status == 1)
        let left = try daemon.run("newswatchctl", ["watchlist", "suggest", "x", "--json"]).output
        #expect(!left.contains("\"Chruschtschow\""))
        #expect(try daemon.run("newswatchctl", ["watchlist", "suggest", "x", "--approve", "999"]).status == 2)
        #expect(try daemon.run("newswatchctl", ["watchlist", "suggest", "x", "--approve", "Nonsense"]).status == 2)
    }

    @Test func aNameThatIsAWordIsToldWhenItIsAdded() throws {
        let daemon = try RunningDaemon().start()
        let added = try daemon.run("newswatchctl", ["watchlist", "add", "may", "--name", "May", "--kind", "person"])
        #expect(added.status == 0 && added.output.contains("ordinary English word"), "\(added.output)")
        let guarded = try daemon.run(
            "newswatchctl",
            ["watchlist", "add", "may", "--set", "--name", "May", "--kind", "person", "--near", "Theresa"])
        #expect(!guarded.output.contains("ordinary"))
    }

    @Test func aLiveEditThatCoversAFileIsToldWhenTheFileChanges() throws {
        let daemon = try RunningDaemon().start()
        let edited = try daemon.run(
            "newswatchctl",
            ["watchlist", "add", "putin", "--set", "--name", "Putin", "--kind", "person", "--alias", "Poutine"])
        #expect(edited.status == 0 && edited.output.contains("putin covers"), "\(edited.output)")
        let file = daemon.configurationFolder + "/watchlist.d/list.toml"
        try daemon.write(RunningDaemon.sampleWatchlist + "\nnotes = \"new\"\n", to: file)
        let changed = try daemon.run("newswatchctl", ["reload"]).output
        #expect(changed.contains("putin: ") && changed.contains("has changed, and the live edit"), "\(changed)")
        #expect(try !daemon.run("newswatchctl", ["reload"]).output.contains("live edit"))
        try daemon.write(
            String(RunningDaemon.sampleWatchlist.prefix { $0 != "\n" })
                + "\nid = \"x\"\nname = \"X1\"\nkind = \"topic\"\n", to: file)
        #expect(try daemon.run("newswatchctl", ["reload"]).output.contains("it is gone from"))
    }
}
