# Caravan on Node, in a container. docs/deploy.md says how to run it.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && node tools/build-node.ts

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8787
COPY --from=build /app/package.json package.json
COPY --from=build /app/generated/server generated/server
COPY --from=build /app/generated/assets generated/assets
COPY --from=build /app/generated/assets.json generated/assets.json
COPY --from=build /app/node_modules/tinypool node_modules/tinypool
RUN install -d -o node -g node /var/cache/caravan
USER node
VOLUME /var/cache/caravan
EXPOSE 8787
HEALTHCHECK CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# The process that signals reach is Node itself: a stop answers what is open, then ends.
ENTRYPOINT ["node", "generated/server/index.mjs", "--cache", "/var/cache/caravan"]
