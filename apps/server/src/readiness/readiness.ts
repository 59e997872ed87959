import type { Problem } from '@testamur/engines/kernel';

/** One thing without which the process cannot do its work. Undefined: it is well. */
export type Dependency = { readonly name: string; readonly check: () => Promise<Problem | undefined> };

export type DependencyState = {
  readonly name: string;
  readonly status: 'up' | 'down';
  readonly code?: string;
  readonly message?: string;
};

export type ReadinessReport = {
  readonly status: 'ready' | 'not-ready' | 'draining';
  readonly dependencies: readonly DependencyState[];
};

export type Readiness = {
  readonly report: () => Promise<ReadinessReport>;
  /** From now on the answer is no: whoever shares out requests sends no more of them here. */
  readonly drain: () => void;
  readonly isDraining: () => boolean;
};

/** A dependency that says nothing for so long is down: whoever asks for readiness gives up after some seconds too. */
const PATIENCE_MS = 2_000;

/** Asks all dependencies at the same time, and each no more often than it answers. */
export function makeReadiness(dependencies: readonly Dependency[]): Readiness {
  let draining = false;
  return {
    drain: () => {
      draining = true;
    },
    isDraining: () => draining,
    report: async () => {
      const states = await Promise.all(dependencies.map(askOne));
      const isUp = states.every(({ status }) => status === 'up');
      return { status: draining ? 'draining' : isUp ? 'ready' : 'not-ready', dependencies: states };
    },
  };
}

async function askOne({ name, check }: Dependency): Promise<DependencyState> {
  const problem = await withinPatience(check());
  return problem === undefined
    ? { name, status: 'up' }
    : { name, status: 'down', code: problem.code, message: problem.message };
}

async function withinPatience(answer: Promise<Problem | undefined>): Promise<Problem | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<Problem>((resolve) => {
    timer = setTimeout(
      () => resolve({ code: 'SERVER_NO_ANSWER', message: `No answer within ${PATIENCE_MS} ms.` }),
      PATIENCE_MS,
    );
  });
  const fault = (error: unknown): Problem => ({
    code: 'SERVER_CHECK_FAILED',
    message: error instanceof Error ? error.name : 'It failed.',
  });
  try {
    return await Promise.race([answer.catch(fault), silence]);
  } finally {
    clearTimeout(timer);
  }
}
