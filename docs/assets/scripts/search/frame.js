/* Browsers start no workers for pages of a folder; there a hidden frame does the work of one. The messages are the same, but
   importScripts gives a promise. The frame is filled by calls rather than with HTML that holds a script: so a policy that
   allows the files of the site alone allows this as well. */
(function () {
  "use strict";
  if (location.protocol !== "file:") return;

  function load(frame, address) {
    return new Promise((done, failed) => {
      const script = frame.document.createElement("script");
      script.onload = done;
      script.onerror = () => failed(new Error(address));
      script.src = address;
      frame.document.head.append(script);
    });
  }

  function message(data) {
    return new MessageEvent("message", { data: structuredClone(data) });
  }

  window.Worker = class extends EventTarget {
    constructor(address) {
      super();
      this.element = document.createElement("iframe");
      this.element.hidden = true;
      document.body.append(this.element);
      const frame = this.element.contentWindow;
      // Some browsers put an empty page into a new frame a moment later, unless it has one by then.
      frame.document.open();
      frame.document.write("<!doctype html><title></title>");
      frame.document.close();
      frame.postMessage = (data) => this.tell(message(data));
      frame.importScripts = (...addresses) => addresses.reduce((before, each) => before.then(() => load(frame, each)), Promise.resolve());
      this.started = load(frame, new URL(address, location.href).href);
      // A worker that does not load says so by an event; a reader who leaves the page at this moment is no news at all.
      this.started.catch(() => this.dispatchEvent(new Event("error")));
    }

    tell(event) {
      this.dispatchEvent(event);
      if (this.onmessage) this.onmessage(event);
    }

    postMessage(data) {
      const hand = () => this.element.contentWindow.dispatchEvent(message(data));
      this.started.then(hand, () => {});
    }

    terminate() {
      this.element.remove();
    }
  };
})();
