import { type ReactNode, useState } from 'react';

interface DropZoneProps {
  readonly label: string;
  readonly onFiles: (files: FileList) => void;
  readonly children: ReactNode;
}

/** A place that takes files dropped on it, and lights up while they are over it. What chooses them without a mouse stands inside. */
export function DropZone({ label, onFiles, children }: DropZoneProps) {
  const [over, setOver] = useState(false);
  return (
    <fieldset
      className={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles(event.dataTransfer.files);
      }}
    >
      <legend className="visually-hidden">{label}</legend>
      {children}
    </fieldset>
  );
}
