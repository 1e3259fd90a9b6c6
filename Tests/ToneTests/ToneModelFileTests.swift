import Testing

@testable import Tone

@Suite struct ToneModelFileTests {
    /// The error of opening and verifying, which there must be.
    private func error(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) throws -> ToneModelError {
        do throws(ToneModelError) { try HandmadeFile.open(bytes).verify() } catch { return error }
        Issue.record("it was taken", sourceLocation: sourceLocation)
        throw ToneModelError(file: "", kind: .notAModel, wrong: "", right: "")
    }

    private func error(
        _ change: (inout HandmadeFile) -> Void, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> ToneModelError {
        var file = HandmadeFile()
        change(&file)
        return try error(file.bytes(), sourceLocation: sourceLocation)
    }

    @Test func aSoundFileIsTakenAndSaysWhatItIs() throws {
        let file = try HandmadeFile().open()
        try file.verify()
        #expect(file.identity.name == "tiny@5341e6b2")
        #expect(file.identity.language == "en" && file.identity.engine == "convolution")
        #expect(
            file.identity.figures == [
                ToneModelIdentity.Figures(set: "dev", count: 10, macroF1: 0.5, low: 0.4, high: 0.6)
            ])
    }

    @Test func unknownLinesAndTensorsArePassedOver() throws {
        var file = HandmadeFile()
        file.lines += ["colour green and blue", "tensor other f32 rows 8 8 0 -"]
        try file.open().verify()
    }

    @Test func anotherKindOfFileIsNoModel() throws {
        #expect(try error(Array("<html>it is not</html>".utf8)).kind == .notAModel)
        #expect(try error([]).kind == .notAModel)
        #expect(throws: ToneModelError.self) { try ToneModelFile(path: "/") }
    }

    @Test func aFileThatIsNotThereIsUnreadable() {
        do throws(ToneModelError) {
            _ = try ToneModelFile(path: "/nonexistent/x.nwtone")
            Issue.record("it was opened")
        } catch {
            #expect(error.kind == .unreadable)
            #expect(error.description.hasPrefix("/nonexistent/x.nwtone: it cannot be opened: No such file"))
        }
    }

    @Test func aForeignVersionIsCalledOne() throws {
        let found = try error { $0.lines[0] = "format 2" }
        #expect(found.kind == .unsupported)
        #expect(found.description == "tiny.nwtone: its header begins “format 2”; this program reads “format 1”")
        #expect(try error { $0.lines[0] = "format 1x" }.kind == .unsupported)
        #expect(try error { $0.lines[0] = "{\"format\":1}" }.kind == .unsupported)
    }

    @Test func foreignEnginesAndLabelsAreNamed() throws {
        let engine = try error { $0.lines[2] = "engine oracle" }
        #expect(engine.kind == .unsupported && engine.wrong.contains("oracle"))
        let labels = try error { $0.lines[4] = "labels bad good" }
        #expect(labels.kind == .unsupported && labels.wrong.contains("bad good"))
    }

    @Test func everyCutIsNoticed() throws {
        let whole = HandmadeFile().bytes()
        for length in stride(from: 0, to: whole.count, by: 7) { _ = try error(Array(whole.prefix(length))) }
        _ = try error(whole + [0])
    }

    @Test func everyFlippedOctetIsNoticed() throws {
        let whole = HandmadeFile().bytes()
        for place in whole.indices {
            var damaged = whole
            damaged[place] ^= 1
            _ = try error(damaged)
        }
    }

    @Test func aChangedBodyIsFoundByVerifyAlone() throws {
        var damaged = HandmadeFile().bytes()
        damaged[damaged.count - 40] ^= 1
        let file = try HandmadeFile.open(damaged)
        do throws(ToneModelError) {
            try file.verify()
            Issue.record("it was taken")
        } catch { #expect(error.kind == .damaged && error.wrong.hasPrefix("its body has the SHA-256")) }
    }

    @Test(arguments: [
        ("tensor t f32 rows 64 - 64 -", "has its values at 64…320, beyond the body's 256 octets"),
        ("tensor t f32 rows 64 - 2147483584 -", "beyond the body's 256 octets"),
        ("tensor t u8 rows 2147483647 2147483647 0 -", "has more values"),
        ("tensor t u8 rows 8 - 32 -", "which is no multiple of 64"),
        ("tensor t u8 rows 0 - 0 -", "is empty"),
        ("tensor t i8 rows 8 8 0 -", "must have scales"),
        ("tensor t u8 rows 8 8 0 64", "must have scales"),
        ("tensor t i8 rows 8 8 0 256", "has its scales at 256…288"),
        ("tensor t i8 blocks16x4 8 4 0 64", "rows in sixteens"),
        ("tensor t i8 blocks16x4 16 - 0 64", "rows in sixteens"),
    ])
    func tensorsThatDoNotFitAreNamed(line: String, wrong: String) throws {
        let found = try error { $0.lines.append(line) }
        #expect(found.kind == .damaged)
        #expect(found.wrong.hasPrefix("its tensor t ") && found.wrong.contains(wrong), "\(found)")
    }

    @Test(arguments: [
        ("tensor t f32 rows 8 8", "a tensor is NAME"), ("tensor t f16 rows 8 8 0 -", "f16 is none of"),
        ("tensor t f32 tiles 8 8 0 -", "tiles is neither"), ("tensor t f32 rows -8 8 0 -", "-8 is no whole number"),
        ("tensor t f32 rows 2147483648 8 0 -", "2147483648 is no whole number below"),
        ("name twice", "name stands twice"), ("dimension width", "a dimension is"), ("metric dev count", "in pairs"),
        ("metric rw count ten macroF1 0.5 low 0.4 high 0.6", "ten is no number"),
        ("metric rw count 10 low 0.4 high 0.6", "needs macroF1"),
        ("metric rw count 10 macroF1 1.5 low 0.4 high 0.6", "from 0 to 1"),
        ("metric dev count 1 macroF1 0.5 low 0.4 high 0.6", "the set dev stands twice"),
        ("two  spaces", "one space between"), ("Größe 1", "one space between"), ("", "one space between"),
        ("colour", "colour has no value"),
    ])
    func linesThatCannotBeReadAreNamedWithTheirNumber(line: String, wrong: String) throws {
        let found = try error { $0.lines.append(line) }
        #expect(found.kind == .damaged)
        #expect(found.wrong.hasPrefix("line 8 of its header: ") && found.wrong.contains(wrong), "\(found)")
    }

    @Test func missingLinesAreNamed() throws {
        #expect(try error { $0.lines.remove(at: 3) }.wrong == "its header has no “language”")
        #expect(try error { $0.lines[6] = "trainingDataSHA256 abc" }.wrong.contains("“abc”"))
        #expect(try error { $0.lines[1] = "name two words" }.wrong.contains("2 words"))
    }

    @Test func enginesSayWhatAFileLacks() throws {
        var file = HandmadeFile()
        func wrong() throws -> String {
            do throws(ToneModelError) { _ = try ConvolutionModel(file.open()) } catch { return error.wrong }
            return ""
        }
        #expect(try wrong() == "its dimension width is missing")
        file.lines += [
            "dimension width 64", "dimension channels 128", "dimension hidden 128", "dimension wordBuckets 1",
            "dimension prefixBuckets 1", "dimension suffixBuckets 1", "dimension prefixLetters 5",
            "dimension suffixLetters 3", "dimension sideTokens 40", "dimension mentionTokens 8",
        ]
        #expect(try wrong() == "its dilations are missing")
        file.lines.append("dimension dilations 1 2 4")
        #expect(try wrong() == "it has no tensor words.weight")
        file.lines.append("tensor words.weight i8 rows 1 63 0 64")
        #expect(try wrong() == "its tensor words.weight is i8 rows, 1 by 63")
        #expect(throws: ToneModelError.self) { try EncoderModel(file.open()) }
    }
}
