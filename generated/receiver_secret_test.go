package generated_test

// rightSecret is the secret of the tests of receivers. No other text of theirs
// contains it or a long part of it.
const rightSecret = "q7Vd2mZxP0sLrT9wKeYb4HnCuJ6gAf8X"
