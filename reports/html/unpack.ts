/** A function of a page's script: the promise of the data that `packedBlock` put into an element. */
export const unpack = /* js */ `function (block) {
    var bytes = Uint8Array.from(atob(block.textContent), function (character) { return character.charCodeAt(0); });
    var stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return new Response(stream).json();
  }`;
