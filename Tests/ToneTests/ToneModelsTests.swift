import Testing

@testable import Tone

@Suite struct ToneModelsTests {
    private func files() throws -> [ToneModelFile] { try ModelFolder.names.map(ModelFolder.open) }

    @Test func autoTakesTheBestOfALanguage() throws {
        let models = ToneModels(files: try files(), engine: .auto)
        #expect(models.model(for: "en")?.identity.engine == "encoder")
        #expect(models.model(for: "ru")?.identity.engine == "convolution")
        #expect(models.identities.map(\.language) == ["en", "ru"])
    }

    @Test func fastTakesConvolutionsAlone() throws {
        let models = ToneModels(files: try files().reversed(), engine: .fast)
        #expect(models.identities.map(\.engine) == ["convolution", "convolution"])
        let encoders = try files().filter { $0.header.engine == .encoder }
        #expect(ToneModels(files: encoders, engine: .fast).identities.isEmpty)
    }

    @Test func autoTakesTheConvolutionOnASlowProcessor() throws {
        let chosen = ToneModels.candidates(try files(), .auto, isSlow: true)
        #expect(Set(chosen.map(\.header.engine)) == [.convolution])
        let encoders = try files().filter { $0.header.engine == .encoder }
        #expect(ToneModels.candidates(encoders, .auto, isSlow: true).count == encoders.count)
        #expect(ToneModels.candidates(try files(), .off, isSlow: false).isEmpty)
    }

    @Test func aFileThatCannotBeUsedIsToldAndTheNextIsTaken() throws {
        var broken = HandmadeFile()
        broken.lines[1] = "name broken"
        broken.lines[2] = "engine encoder"
        let files = [try broken.open()] + (try files().filter { $0.header.engine == .convolution })
        let models = ToneModels(files: files, engine: .auto)
        #expect(models.model(for: "en")?.identity.engine == "convolution")
        #expect(models.model(for: "ru") != nil)
        #expect(models.problems.count == 1, "\(models.problems)")
    }

    @Test func otherLanguagesHaveNoModel() throws {
        let models = ToneModels(files: try files(), engine: .auto)
        #expect(models.model(for: "be") == nil)
        #expect(models.model(for: nil) == nil)
        #expect(models.problems.isEmpty)
        #expect(ToneModels(files: [], engine: .auto).model(for: "en") == nil)
    }
}
