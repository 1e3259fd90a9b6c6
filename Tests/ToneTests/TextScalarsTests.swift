import Testing

@testable import Tone

@Suite struct TextScalarsTests {
    private func forward(_ bytes: [UInt8]) -> [UInt32] {
        bytes.withUnsafeBufferPointer { buffer in
            let text = TextScalars(buffer, 0, buffer.count)
            var (found, place): ([UInt32], Int) = ([], 0)
            while place < text.end {
                let next = text.scalar(at: place)
                found.append(next.scalar)
                place = next.end
            }
            return found
        }
    }

    private func backward(_ bytes: [UInt8]) -> [UInt32] {
        bytes.withUnsafeBufferPointer { buffer in
            let text = TextScalars(buffer, 0, buffer.count)
            var (found, place): ([UInt32], Int) = ([], text.end)
            while place > 0 {
                let next = text.scalar(before: place)
                found.append(next.scalar)
                place = next.start
            }
            return found.reversed()
        }
    }

    @Test func everythingDecodesAsTheStandardLibraryDecodesItInBothDirections() {
        let lot: [UInt8] = [
            0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF1, 0xF4,
            0xF5,
        ]
        // Every sequence of four of these.
        for number in 0..<(lot.count * lot.count * lot.count * lot.count) {
            let n = lot.count
            let bytes = [lot[number % n], lot[number / n % n], lot[number / n / n % n], lot[number / n / n / n]]
            let expected = String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
            guard forward(bytes) == expected, backward(bytes) == expected else {
                Issue.record("\(bytes): \(forward(bytes)), \(backward(bytes)), expected \(expected)")
                return
            }
        }
        let text = "aé東😀\u{301}"
        #expect(forward(Array(text.utf8)) == text.unicodeScalars.map(\.value))
        #expect(backward(Array(text.utf8)) == text.unicodeScalars.map(\.value))
    }

    @Test func buffersKeepTheirEnds() {
        var (first, last) = (EndBuffer<Int>(keeping: .first, 3), EndBuffer<Int>(keeping: .last, 3))
        for number in 0..<20 {
            #expect(first.isFull == (number >= 3) && !last.isFull)
            first.append(number)
            last.append(number)
            #expect(last.count == min(number + 1, 3) && last.elements.last == number)
        }
        #expect(Array(first.elements) == [0, 1, 2] && Array(last.elements) == [17, 18, 19])
        last.removeAll()
        #expect(last.count == 0 && last.elements.isEmpty)
    }
}
