/* How a finished file gets to whoever takes it: by a message, an issue, or an address that takes files. Nothing leaves the
   browser before somebody presses something. */

/** A finished entry: its title, the text of its file, and how its sender is reached, which no file says.
    @typedef {{title: string, text: string, sender: string, isCorrection: boolean}} Finished */

/** How sending ended.
    @typedef {{state: "sent" | "offline" | "refused" | "lost", status?: number}} Sent */

/** What handing over needs from the page of the form.
    @typedef {{finished: () => Finished | null, copy: () => void, taken: () => void, announce: (text: string) => void}} HandOverHost */

var FormHandOver = (() => {
  "use strict";

  const { data, say } = FormWords;
  const { download } = KatalogDownload;
  const { partsOf } = KatalogElements;
  // Windows hands programs for e-mail no longer links; hosts answer longer ones with an error, also on the way through a login.
  const LONGEST_MAIL = 1900;
  const LONGEST_ISSUE = 4000;
  const PATIENCE = 30_000; // ms

  const ENDED = { sent: "form.say.sent", offline: "form.say.send_offline", refused: "form.say.send_refused", lost: "form.say.send_lost" };

  /** A text as a part of an address; halves of characters, which cannot be one, are replaced.
      @param {string} text */
  function encoded(text) {
    return encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, "\ufffd"));
  }

  /** The words of the message, in the language of the editors.
      @param {string} key @param {Record<string, string>} [values] */
  function letter(key, values = {}) {
    return data.taking.letter[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  }

  /** The file between two lines that nothing in it ends, as the import finds it in a message.
      @param {string} text */
  function fenced(text) {
    const longest = Math.max(3, ...(text.match(/`{3,}/g) || []).map((each) => each.length));
    const fence = "`".repeat(longest + 1);
    return fence + "markdown\n" + text.trimEnd() + "\n" + fence;
  }

  /** @param {Finished} finished */
  function subjectOf({ title, isCorrection }) {
    return letter(isCorrection ? "correction" : "subject", { title });
  }

  /** A link to a message with the entry in it, or without where it would be too long.
      @param {string} contact @param {Finished} finished */
  function mailTo(contact, finished) {
    const start = [letter("intro", { title: finished.title })];
    if (finished.sender) start.push(letter("sender", { sender: finished.sender }));
    /** @param {string[]} rest */
    const address = (...rest) => {
      const body = [...start, ...rest].join("\n\n").replace(/\n/g, "\r\n");
      return `mailto:${encodeURI(contact)}?subject=${encoded(subjectOf(finished))}&body=${encoded(body)}`;
    };
    const whole = address(letter("whole"), fenced(finished.text));
    const isWhole = whole.length <= LONGEST_MAIL;
    return { address: isWhole ? whole : address(letter("attached")), isWhole };
  }

  /** A link to an issue with the entry in it, or with room for it where the link would be too long. Everyone can read an issue,
      so it does not say who sends it.
      @param {{address: string, title: string, text: string}} issue @param {Finished} finished */
  function issueOf({ address, title, text }, finished) {
    /** @param {string} body */
    const link = (body) => `${address}?${encoded(title)}=${encoded(subjectOf(finished))}&${encoded(text)}=${encoded(body)}`;
    const whole = link(fenced(finished.text));
    const isWhole = whole.length <= LONGEST_ISSUE;
    return { address: isWhole ? whole : link(letter("pasted") + "\n"), isWhole };
  }

  /** Sends an entry to the address that takes files.
      @param {string} address @param {Finished} finished @returns {Promise<Sent>} */
  async function send(address, { title, text, sender }) {
    const body = new FormData();
    body.append("title", title);
    body.append("sender", sender);
    body.append("file", new Blob([text], { type: "text/markdown;charset=utf-8" }), "index.md");
    const stopping = new AbortController();
    const waiting = setTimeout(() => stopping.abort(), PATIENCE);
    try {
      const answer = await fetch(address, { method: "POST", body, credentials: "omit", redirect: "error", signal: stopping.signal });
      return answer.ok ? { state: "sent" } : { state: "refused", status: answer.status };
    } catch (failed) {
      console.info(String(failed));
      return { state: navigator.onLine === false ? "offline" : "lost" };
    } finally {
      clearTimeout(waiting);
    }
  }

  class HandOver {
    #isSending = false;

    /** @param {HTMLElement} root @param {HandOverHost} host */
    constructor(root, host) {
      this.part = partsOf(root);
      this.host = host;
      // Whoever opens the site from a folder has no address of their own that a server could let in.
      if (location.protocol === "file:") this.part("send")?.closest("li").remove();
      this.part("download").addEventListener("click", () => this.download());
      this.part("send")?.addEventListener("click", () => this.send());
      this.part("issue")?.addEventListener("click", () => this.isPasted && host.copy());
      this.isPasted = false;
    }

    /** @param {Finished | null} finished */
    show(finished) {
      const { contact, issue } = data.taking;
      if (!finished) return;
      if (this.part("mail") && contact) {
        const { address, isWhole } = mailTo(contact, finished);
        this.part("mail").href = address;
        this.part("mail-note").textContent = say(isWhole ? "form.say.mail_whole" : "form.say.mail_attach", { address: contact });
      }
      if (this.part("issue") && issue) {
        const { address, isWhole } = issueOf(issue, finished);
        this.isPasted = !isWhole;
        this.part("issue").href = address;
        this.part("issue-note").textContent = say(isWhole ? "form.say.issue_whole" : "form.say.issue_paste");
      }
    }

    download() {
      const finished = this.host.finished();
      if (!finished) return;
      download("index.md", finished.text, "text/markdown");
      this.host.taken();
    }

    /** Sends what is in the form now, once at a time. */
    async send() {
      const { address } = data.taking;
      const finished = this.host.finished();
      if (this.#isSending || !finished || !address) return;
      this.#isSending = true;
      this.part("sending").textContent = say("form.say.sending");
      const { state, status = 0 } = await send(address, finished);
      this.#isSending = false;
      this.part("sending").textContent = say(ENDED[state], { host: new URL(address).host, status: String(status) });
      this.part("sending").classList.toggle("field__problem", state !== "sent");
      this.part("send").textContent = say("form.say.send_again");
      if (state === "sent") this.host.taken();
    }
  }

  return { HandOver, mailTo, issueOf, send };
})();
