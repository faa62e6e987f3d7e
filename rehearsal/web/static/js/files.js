/** The files of a message: a picture is shown, any other file can be kept. Both come from this machine only. */

import { el } from "./dom.js";
import { spoiler } from "./inline.js";

/** The nodes of some files. */
export const drawFiles = (files) => el("div.files", files.map((each) => {
  return each.spoiler ? spoiler(() => [file(each)], "div") : file(each);
}));

function file({ name, about, kind, size, url }) {
  const words = `${name} (${size.toLocaleString("en-GB")} bytes)`;
  if (new URL(url, location.href).origin !== location.origin) return el("p", words);
  if (kind === "picture") return el("img", { src: url, alt: about ?? name, loading: "lazy" });
  return el("p", el("a", { href: url, download: name }, words), about && el("span.soft", ` ${about}`));
}
