import Testing

@testable import Tone

@Suite struct ToneModelsTests {
    private func files() throws -> [ToneModelFile] { try ModelFolder.names.map(ModelFolder.open) }

    @Test func autoTakesTheBestOfALanguage() throws {
        let models = try ToneModels(files: files(), engine: .auto)
        #expect(models.model(for: "en")?.identity.engine == "encoder")
        #expect(models.model(for: "ru")?.identity.engine == "convolution")
        #expect(models.identities.map(\.language) == ["en", "ru"])
    }

    @Test func fastTakesConvolutionsAlone() throws {
        let models = try ToneModels(files: files().reversed(), engine: .fast)
        #expect(models.identities.map(\.engine) == ["convolution", "convolution"])
        let encoders = try files().filter { $0.header.engine == .encoder }
        #expect(try ToneModels(files: encoders, engine: .fast).identities.isEmpty)
    }

    @Test func autoTakesTheConvolutionOnASlowProcessor() throws {
        let chosen = ToneModels.candidates(try files(), .auto, isSlow: true)
        #expect(Set(chosen.map(\.header.engine)) == [.convolution])
        let encoders = try files().filter { $0.header.engine == .encoder }
        #expect(ToneModels.candidates(encoders, .auto, isSlow: true).count == encoders.count)
        #expect(ToneModels.candidates(try files(), .off, isSlow: false).isEmpty)
    }

    @Test func otherLanguagesHaveNoModel() throws {
        let models = try ToneModels(files: files(), engine: .auto)
        #expect(models.model(for: "be") == nil)
        #expect(models.model(for: nil) == nil)
        #expect(try ToneModels(files: [], engine: .auto).model(for: "en") == nil)
    }
}
