FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# No package may run a script of its own while it is installed.
RUN npm ci --ignore-scripts
COPY tsconfig.json ./
COPY scripts/build.ts ./scripts/
COPY src ./src
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:24-slim
# Errors name the lines of src.
ENV NODE_ENV=production NODE_OPTIONS=--enable-source-maps
# From outside, 127.0.0.1 of a container can't be reached.
ENV HEALTH_PORT=8080 HEALTH_HOST=0.0.0.0
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
# A new volume there belongs to whom its folder belongs to.
RUN mkdir /erasures && chown node:node /erasures
USER node
# Unhealthy means that the process hangs. Whether all is well says /readyz, which monitoring asks.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HEALTH_PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/cli.js"]
CMD ["run"]
