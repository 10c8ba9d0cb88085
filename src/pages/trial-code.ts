import { isPictureFormat, type Trial, type TrialCode } from './trial.ts'

type Write = (url: string, file: string) => string

/** The request in each language, with the same for both kinds of pictures; no value of ours needs escaping in any of them. */
const trialWriters: Record<TrialCode, Record<'json' | 'csv' | 'picture', Write>> = {
  curl: {
    json: url => `curl -s '${url}' | jq .headline`,
    csv: url => `curl -s '${url}'`,
    picture: (url, file) => `curl -s -o ${file} '${url}'`,
  },
  js: {
    json: url => `const response = await fetch('${url}')\nconst { headline } = await response.json()`,
    csv: url => `const response = await fetch('${url}')\nconst csv = await response.text()`,
    picture: url => `const image = new Image()\nimage.src = '${url}'\ndocument.body.append(image)`,
  },
  python: {
    json: url => `import requests\n\nheadline = requests.get("${url}").json()["headline"]`,
    csv: url =>
      `import pandas as pd\n\ndata = pd.read_csv("${url}")\ndata.pivot(index="period", columns="series", values="value")`,
    picture: (url, file) => `import requests\n\nopen("${file}", "wb").write(requests.get("${url}").content)`,
  },
  r: {
    json: url => `library(jsonlite)\n\nheadline <- fromJSON("${url}")$headline`,
    csv: url => `data <- read.csv("${url}")`,
    picture: (url, file) => `download.file("${url}", "${file}", mode = "wb")`,
  },
}

/** The request of a trial as code. */
export const toTrialCode = ({ code, format, url, id }: Trial): string =>
  trialWriters[code][isPictureFormat(format) ? 'picture' : format](url, `${id}.${format}`)
