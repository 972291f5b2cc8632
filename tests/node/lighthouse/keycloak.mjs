import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { spawn } from "node:child_process";

const START_SECONDS = 480;
const STOP_SECONDS = 30;
// More than the audits ask for from their one address.
const MANY = "100000";

/** A Keycloak of the distribution in production mode with an empty embedded database, listening on this machine only. */
export class Keycloak {
  #process;

  /** Starts it from the unpacked distribution, with its output in the log, and waits until it is ready. */
  async start(home, log) {
    const [port, management] = [await freePort(), await freePort()];
    this.origin = `http://127.0.0.1:${port}`;
    fs.rmSync(path.join(home, "data"), { recursive: true, force: true });
    const output = fs.openSync(log, "w");
    // A group of its own: kc.sh is a shell that waits for Java.
    this.#process = spawn(path.join(home, "bin/kc.sh"), ["start", "--db=dev-file", "--health-enabled=true", "--cache=local",
      "--http-enabled=true", "--http-host=127.0.0.1", `--http-port=${port}`, "--hostname-strict=false",
      "--http-management-host=127.0.0.1", `--http-management-port=${management}`], {
      detached: true,
      stdio: ["ignore", output, output],
      env: {
        ...process.env,
        KC_BOOTSTRAP_ADMIN_USERNAME: "admin",
        KC_BOOTSTRAP_ADMIN_PASSWORD: "admin",
        JAVA_OPTS_APPEND: "-Dh2.bindAddress=127.0.0.1",
        KC_SPI_XT_ONE_TIME_PASSCODE__XT_DEFAULT__MAILS_PER_SOURCE: MANY,
      },
    });
    await this.#ready(`http://127.0.0.1:${management}/health/ready`, log);
  }

  /** Calls the admin REST below /admin/realms and returns where a created thing is, if the answer says so. */
  async admin(method, below, body) {
    const response = await fetch(`${this.origin}/admin/realms${below}`, {
      method,
      headers: { Authorization: `Bearer ${await this.#signedIn()}`, "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error(`${method} ${below}: ${response.status} ${await response.text()}`);
    }
    const text = await response.text();
    return { id: response.headers.get("Location")?.split("/").pop(), json: text ? JSON.parse(text) : null };
  }

  /** Stops it, wherever its start is, and returns when it is gone. */
  async stop() {
    const running = this.#process;
    if (!running || running.exitCode !== null || running.signalCode !== null) {
      return;
    }
    const gone = new Promise((ended) => running.once("exit", ended));
    process.kill(-running.pid, "SIGTERM");
    const late = setTimeout(() => process.kill(-running.pid, "SIGKILL"), STOP_SECONDS * 1000);
    await gone;
    clearTimeout(late);
  }

  /** Returns a new token: a call may come long after the one before, and a token lasts a minute. */
  async #signedIn() {
    const response = await fetch(`${this.origin}/realms/master/protocol/openid-connect/token`, {
      method: "POST",
      body: new URLSearchParams({ grant_type: "password", client_id: "admin-cli", username: "admin", password: "admin" }),
    });
    return (await response.json()).access_token;
  }

  async #ready(health, log) {
    for (let second = 0; second < START_SECONDS && this.#process.exitCode === null; second++) {
      // Nobody answers until it listens, which is what is waited for.
      const response = await fetch(health).catch(() => null);
      if (response?.ok) {
        return;
      }
      await new Promise((later) => setTimeout(later, 1000));
    }
    await this.stop();
    throw new Error(`Keycloak did not start, see ${log}`);
  }
}

async function freePort() {
  const server = net.createServer();
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}
