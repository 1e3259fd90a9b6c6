/// A name found in a text.
struct NameHit {
    /// Index of the entity, or of the context word.
    var owner: UInt32
    var nameIndex: UInt16
    /// Index of the label of the generated form; 0 for the name as it is written.
    var form: UInt16
    var start: UInt32
    var end: UInt32
    /// Where its last word ends; before `end` where a full stop belongs to the name.
    var wordEnd: UInt32
    /// Plain tokens that it covers; known once the text's tokens are counted.
    var firstToken = 0
    var lastToken = 0
}
