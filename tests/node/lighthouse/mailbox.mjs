import net from "node:net";

// On a line of its own: the mail's other numbers, such as those of its boundary, are not.
const CODE = /^\s*(\d{8})\s*$/m;
const PATIENCE_MS = 20_000;

/** An SMTP server on a free port of this machine that keeps of each mail the code alone. */
export class Mailbox {
  #codes = new Map();
  #server = net.createServer((socket) => this.#converse(socket));

  async open() {
    await new Promise((ready) => this.#server.listen(0, "127.0.0.1", ready));
    return this;
  }

  get port() {
    return this.#server.address().port;
  }

  /** Waits for the code that is sent to the address; throws if none comes. */
  async codeFor(address) {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
      if (this.#codes.has(address)) {
        return this.#codes.get(address);
      }
      await new Promise((later) => setTimeout(later, 50));
    }
    throw new Error(`no mail to ${address} came`);
  }

  close() {
    this.#server.close();
  }

  #converse(socket) {
    let recipient = "";
    let mail = null;
    let rest = "";
    const say = (answer) => socket.write(`${answer}\r\n`);
    const hear = (line) => {
      if (mail !== null) {
        if (line !== ".") {
          mail.push(line);
          return;
        }
        const code = CODE.exec(mail.join("\n"));
        if (code) {
          this.#codes.set(recipient, code[1]);
        }
        mail = null;
        say("250 kept");
        return;
      }
      const command = line.toUpperCase();
      if (command.startsWith("RCPT TO:")) {
        recipient = line.slice(line.indexOf("<") + 1, line.indexOf(">"));
      }
      if (command === "DATA") {
        mail = [];
        say("354 go on");
      } else if (command === "QUIT") {
        socket.end("221 bye\r\n");
      } else {
        say("250 ok");
      }
    };
    socket.setEncoding("latin1");
    socket.on("data", (data) => {
      const lines = (rest + data).split("\r\n");
      rest = lines.pop();
      lines.forEach(hear);
    });
    // A sender that goes away takes nothing with it but its own mail, which codeFor then misses.
    socket.on("error", (error) => console.error(`mail: ${error.message}`));
    say("220 lighthouse");
  }
}
