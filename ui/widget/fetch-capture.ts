// Fetches the capture that `src` names: the one request that may leave for another origin.

/** @throws Error with a message for people: not found, or not allowed by the other origin */
export async function fetchCapture(address: string): Promise<Blob> {
  let response: Response;
  try {
    response = await fetch(address);
  } catch (error) {
    const { origin } = new URL(address);
    const why =
      origin === location.origin
        ? ''
        : ` ${origin} has to allow it (Access-Control-Allow-Origin), and this page’s content security policy too.`;
    throw new Error(`It could not be fetched.${why}`, { cause: error });
  }
  if (!response.ok) throw new Error(`The server answered ${response.status} ${response.statusText}`.trimEnd() + '.');
  return response.blob();
}
